// Turns TypeScript types into JSON schemas. Named types of libs/contracts become components, everything else is written
// out in place.
import ts from 'typescript';

const scalars = [
  [ts.TypeFlags.StringLike, 'string'],
  [ts.TypeFlags.NumberLike, 'number'],
  [ts.TypeFlags.BooleanLike, 'boolean'],
];

export class TypeSchemas {
  /** Components by name. */
  schemas = {};

  /** @param {ts.TypeChecker} checker @param {(file: string) => boolean} isContract */
  constructor(checker, isContract) {
    this.checker = checker;
    this.isContract = isContract;
  }

  /** @param {ts.Type} type */
  of(type) {
    const name = this.nameOf(type);
    if (!name) return this.written(type);
    if (!(name in this.schemas)) {
      this.schemas[name] = {};
      this.schemas[name] = { ...this.described(type.aliasSymbol ?? type.symbol), ...this.written(type) };
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  /** Only objects and unions that a contract names, without type arguments, deserve a name of their own. */
  nameOf(type) {
    const symbol = type.aliasSymbol ?? (type.isClassOrInterface() ? type.symbol : undefined);
    const file = symbol?.declarations?.[0]?.getSourceFile().fileName;
    if (!symbol || !file || !this.isContract(file)) return undefined;
    const types = type.aliasTypeArguments ?? [];
    return [
      symbol.name,
      ...types.map(
        (argument) => argument.aliasSymbol?.name ?? argument.symbol?.name ?? this.checker.typeToString(argument),
      ),
    ].join('Of');
  }

  written(type) {
    if (type.isUnion()) return this.union(type);
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
    const scalar = scalars.find(([flag]) => type.flags & flag);
    if (scalar) return { type: scalar[1] };
    if (type.isIntersection()) return this.intersection(type);
    if (this.checker.isArrayType(type))
      return { type: 'array', items: this.of(this.checker.getTypeArguments(type)[0]) };
    if (type.flags & ts.TypeFlags.Object)
      return type.symbol?.name === 'Date' ? { type: 'string', format: 'date-time' } : this.object(type);
    return {};
  }

  /** A branded text is a text. */
  intersection(type) {
    const scalar = type.types.find((part) => scalars.some(([flag]) => part.flags & flag));
    return scalar ? this.written(scalar) : this.object(type);
  }

  union(type) {
    const types = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined));
    const booleans = types.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral);
    const literals = types.filter((part) => part.isStringLiteral() || part.isNumberLiteral());
    const rest = types.filter((part) => !booleans.includes(part) && !literals.includes(part));
    const schemas = [
      ...(literals.length > 0 ? [{ enum: literals.map(({ value }) => value).sort() }] : []),
      ...(booleans.length > 0 ? [{ type: 'boolean' }] : []),
      ...rest.map((part) => this.of(part)),
    ];
    // The compiler's own order depends on which file it read first.
    return schemas.length === 1
      ? schemas[0]
      : { anyOf: schemas.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) };
  }

  object(type) {
    const index = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const members = this.checker.getPropertiesOfType(type);
    const properties = Object.fromEntries(
      members.map((member) => [
        member.name,
        { ...this.of(this.checker.getTypeOfSymbol(member)), ...this.described(member) },
      ]),
    );
    const required = members.filter((member) => !(member.flags & ts.SymbolFlags.Optional)).map(({ name }) => name);
    return {
      type: 'object',
      ...(members.length > 0 && { properties }),
      ...(required.length > 0 && { required }),
      ...(index && { additionalProperties: this.of(index.type) }),
    };
  }

  described(symbol) {
    const text = ts.displayPartsToString(symbol?.getDocumentationComment(this.checker)).replace(/\s+/g, ' ').trim();
    return text ? { description: text } : {};
  }
}
