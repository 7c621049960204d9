import { AST_NODE_TYPES, ESLintUtils } from '@typescript-eslint/utils';
import { decimalTypes } from './decimal-type.ts';

const CONVERSIONS = new Set(['Number', 'parseFloat', 'parseInt', 'BigInt']);

/**
 * An exact amount becomes a binary float only where pixels, cells of an Office file or draws of the simulation are made;
 * the configuration turns this rule off in those folders and nowhere else.
 */
export const noBinaryFloat = ESLintUtils.RuleCreator.withoutDocs<[], 'float'>({
  meta: {
    type: 'problem',
    schema: [],
    messages: { float: '{{written}} turns an exact amount into a binary float. Keep it a Decimal, or print it with canonical().' },
  },
  create(context) {
    const types = decimalTypes(context);
    return {
      CallExpression: (node) => {
        const { callee } = node;
        if (callee.type === AST_NODE_TYPES.MemberExpression && callee.property.type === AST_NODE_TYPES.Identifier) {
          const written = callee.property.name;
          if ((written === 'toNumber' || written === 'valueOf') && types.mayBeDecimal(callee.object)) {
            context.report({ node, messageId: 'float', data: { written: `${written}()` } });
          }
        }
        const converted = node.arguments[0];
        if (
          callee.type === AST_NODE_TYPES.Identifier &&
          CONVERSIONS.has(callee.name) &&
          converted !== undefined &&
          types.mayBeDecimal(converted)
        ) {
          context.report({ node, messageId: 'float', data: { written: `${callee.name}(…)` } });
        }
      },
    };
  },
});
