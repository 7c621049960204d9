import { AST_NODE_TYPES, ESLintUtils, type TSESTree } from '@typescript-eslint/utils';
import { decimalTypes, type DecimalTypes } from './decimal-type.ts';

const ARITHMETIC = new Set(['<', '>', '<=', '>=', '+', '-', '*', '/', '%', '**']);
const EQUALITY = new Set(['===', '!==', '==', '!=']);
const COMPOUND = new Set(['+=', '-=', '*=', '/=', '%=', '**=']);
const SEARCHES = new Set(['includes', 'indexOf', 'lastIndexOf']);

type MessageId = 'operator' | 'truth' | 'sameObject';

/**
 * Operators of the language do not compute with Decimals: `<` and `-` go through binary floats, `+` joins texts, `===` asks whether
 * two amounts are one object, and an amount of nil is still true. The compiler refuses only some of these.
 */
export const decimalOperators = ESLintUtils.RuleCreator.withoutDocs<[], MessageId>({
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      operator: '"{{operator}}" does not compute with a Decimal. Use its methods: plus, minus, times, div, eq, lt, lte, gt, gte, neg.',
      truth: 'A Decimal is always true, nil included. Ask isZero(), isNegative() or compare it with undefined.',
      sameObject: '"{{operator}}" asks whether two Decimals are one object. Use some((amount) => amount.eq(other)) or findIndex.',
    },
  },
  create(context) {
    const types = decimalTypes(context);
    const operator = (node: TSESTree.Node, written: string): void => {
      context.report({ node, messageId: 'operator', data: { operator: written } });
    };
    const truth = (test: TSESTree.Node | null): void => {
      if (test !== null && types.isAlwaysDecimal(test)) context.report({ node: test, messageId: 'truth' });
    };
    return {
      BinaryExpression: (node) => {
        if (isWrongBinary(node, types)) operator(node, node.operator);
      },
      AssignmentExpression: (node) => {
        if (COMPOUND.has(node.operator) && (types.mayBeDecimal(node.left) || types.mayBeDecimal(node.right))) operator(node, node.operator);
      },
      UpdateExpression: (node) => {
        if (types.mayBeDecimal(node.argument)) operator(node, node.operator);
      },
      UnaryExpression: (node) => {
        if (node.operator === '!') truth(node.argument);
        else if ((node.operator === '-' || node.operator === '+') && types.mayBeDecimal(node.argument)) operator(node, node.operator);
      },
      SwitchStatement: (node) => {
        if (types.mayBeDecimal(node.discriminant)) operator(node.discriminant, 'switch');
      },
      LogicalExpression: (node) => {
        if (node.operator !== '??') truth(node.left);
      },
      IfStatement: (node) => {
        truth(node.test);
      },
      ConditionalExpression: (node) => {
        truth(node.test);
      },
      WhileStatement: (node) => {
        truth(node.test);
      },
      CallExpression: (node) => {
        const searched = searchedBy(node);
        const sought = node.arguments[0];
        if (searched !== undefined && sought !== undefined && types.mayBeDecimal(sought)) {
          context.report({ node, messageId: 'sameObject', data: { operator: searched } });
        }
      },
    };
  },
});

/** A comparison with undefined or null is right: it asks whether there is an amount at all. */
function isWrongBinary(node: TSESTree.BinaryExpression, types: DecimalTypes): boolean {
  if (ARITHMETIC.has(node.operator)) return types.mayBeDecimal(node.left) || types.mayBeDecimal(node.right);
  if (!EQUALITY.has(node.operator)) return false;
  return types.mayBeDecimal(node.left) && types.mayBeDecimal(node.right);
}

function searchedBy(node: TSESTree.CallExpression): string | undefined {
  if (node.callee.type !== AST_NODE_TYPES.MemberExpression || node.callee.property.type !== AST_NODE_TYPES.Identifier) return undefined;
  return SEARCHES.has(node.callee.property.name) ? node.callee.property.name : undefined;
}
