import { ESLintUtils, type ParserServicesWithTypeInformation, type TSESLint, type TSESTree } from '@typescript-eslint/utils';
import type { Type, TypeChecker } from 'typescript';

/** What a rule asks of the type of an expression. */
export interface DecimalTypes {
  /** Some or all of what the expression may be is a Decimal. */
  mayBeDecimal: (node: TSESTree.Node) => boolean;
  /** The expression is a Decimal and nothing else, so that it is never falsy. */
  isAlwaysDecimal: (node: TSESTree.Node) => boolean;
}

/** The questions of `DecimalTypes` answered by the compiler's types of the file at hand. */
export function decimalTypes(context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>): DecimalTypes {
  const services: ParserServicesWithTypeInformation = ESLintUtils.getParserServices(context);
  const checker = services.program.getTypeChecker();
  const constituents = (node: TSESTree.Node): Type[] => parts(services.getTypeAtLocation(node), checker);
  return {
    mayBeDecimal: (node) => constituents(node).some(isDecimal),
    isAlwaysDecimal: (node) => constituents(node).every(isDecimal),
  };
}

/** A union taken apart; a type parameter is read as what it extends. */
function parts(type: Type, checker: TypeChecker): Type[] {
  const known = checker.getBaseConstraintOfType(type) ?? type;
  return known.isUnionOrIntersection() ? known.types.flatMap((part) => parts(part, checker)) : [known];
}

function isDecimal(type: Type): boolean {
  return type.getSymbol()?.getName() === 'Decimal';
}
