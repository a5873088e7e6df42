// Reads the TypeScript declarations of kubernetes-models as JSON Schemas that admit no field but those declared.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const PRIMITIVES = new Map([
  [ts.SyntaxKind.StringKeyword, { type: 'string' }],
  [ts.SyntaxKind.NumberKeyword, { type: 'number' }],
  [ts.SyntaxKind.BooleanKeyword, { type: 'boolean' }],
  [ts.SyntaxKind.AnyKeyword, {}],
  [ts.SyntaxKind.UnknownKeyword, {}],
]);

/** Every declared type by its id, which is the path of its file: `kubernetes-models/apps/v1/Deployment`. */
export function readTypes(modules, packages) {
  const files = packages.flatMap((name) => declarations(join(modules, name)));
  return new Map(files.map((file) => [idOf(modules, file), new Declaration(modules, file)]).filter(([, type]) => type.node));
}

function declarations(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return ['_schemas', 'dist', 'node_modules'].includes(entry.name) ? [] : declarations(path);
      }
      return entry.name.endsWith('.d.ts') && entry.name !== 'index.d.ts' ? [path] : [];
    });
}

function idOf(modules, file) {
  return relative(modules, file).replaceAll('\\', '/').replace(/\.d\.ts$/, '');
}

class Declaration {
  constructor(modules, file) {
    this.modules = modules;
    this.file = file;
    this.imports = new Map();
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, false);
    for (const statement of source.statements) {
      if (ts.isImportDeclaration(statement)) {
        for (const element of statement.importClause?.namedBindings?.elements ?? []) {
          this.imports.set(element.name.text, statement.moduleSpecifier.text);
        }
      } else if (ts.isInterfaceDeclaration(statement) || (ts.isTypeAliasDeclaration(statement) && !this.node)) {
        // the interface of the data; a class of the same name less its leading I stands beside it
        this.node ??= statement;
      }
    }
  }

  /** Where the compiled validator of this type is, if it has one. */
  validator() {
    const code = this.file.replace(/\.d\.ts$/, '.js');
    const path = existsSync(code) && /["'](\.[^"']*_schemas\/[^"']+)["']/.exec(readFileSync(code, 'utf8'))?.[1];
    return path ? resolve(dirname(code), path) : undefined;
  }

  schema() {
    return ts.isTypeAliasDeclaration(this.node) ? this.of(this.node.type) : this.object(this.node);
  }

  of(node) {
    if (PRIMITIVES.has(node.kind)) {
      return { ...PRIMITIVES.get(node.kind) };
    }
    if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) {
      return { const: node.literal.text };
    }
    if (ts.isLiteralTypeNode(node) && ts.isNumericLiteral(node.literal)) {
      return { const: Number(node.literal.text) };
    }
    if (ts.isParenthesizedTypeNode(node)) {
      return this.of(node.type);
    }
    if (ts.isTypeLiteralNode(node)) {
      return this.object(node);
    }
    if (ts.isUnionTypeNode(node)) {
      const members = node.types.map((type) => this.of(type));
      return members.every((member) => 'const' in member)
        ? { enum: members.map((member) => member.const) }
        : { anyOf: members };
    }
    if (ts.isIntersectionTypeNode(node)) {
      // what follows the first only says which of its fields exclude each other
      return this.of(node.types[0]);
    }
    if (ts.isTypeReferenceNode(node)) {
      return node.typeName.text === 'Array'
        ? { type: 'array', items: this.of(node.typeArguments[0]) }
        : { $ref: this.target(node.typeName.text) };
    }
    throw new Error(`${this.file}: a ${ts.SyntaxKind[node.kind]} is not understood`);
  }

  object(node) {
    const schema = { type: 'object' };
    for (const clause of node.heritageClauses ?? []) {
      const bases = clause.types.map((type) => type.expression.text).filter((name) => name !== 'TypeMeta');
      if (bases.length > 0) {
        schema.extends = bases.map((name) => this.target(name));
      }
    }
    if (node.members.length === 0 && !schema.extends) {
      return {}; // a type without fields stands for one that keeps whatever it is given
    }
    schema.properties = {};
    schema.additionalProperties = false;
    for (const member of node.members) {
      if (ts.isIndexSignatureDeclaration(member)) {
        schema.additionalProperties = this.of(member.type);
        continue;
      }
      const name = member.name.text;
      schema.properties[name] = this.of(member.type);
      if (!member.questionToken) {
        (schema.required ??= []).push(name);
      }
    }
    return schema;
  }

  target(name) {
    const module = this.imports.get(name);
    if (module === undefined) {
      return idOf(this.modules, this.file); // a type may hold itself
    }
    const path = module.startsWith('.') ? resolve(dirname(this.file), module) : join(this.modules, module);
    return idOf(this.modules, path.replace(/\.js$/, '') + '.d.ts');
  }
}
