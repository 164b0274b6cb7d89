// SPDX-License-Identifier: MIT
// As much of JSON Schema as the daemon's own document uses. A keyword it does not know is a fault, not a pass.

const kAnnotations = new Set(['description', 'title', 'examples', 'default', 'writeOnly', 'readOnly', 'deprecated']);
const kFormats = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  email: /^[^@\s]+@[^@\s]+$/,
};

const typeOf = (value) => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};

/** Follows "#/a/b" in the document. */
function resolve(root, reference) {
  const steps = reference.slice(2).split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.reduce((node, step) => node?.[step], root);
}

const checks = {
  $ref: (root, reference, value, at) => faultsOf(root, resolve(root, reference), value, at),
  type: (root, types, value, at) => {
    const found = typeOf(value);
    const wanted = [types].flat();
    const isRight = wanted.includes(found) || (found === 'integer' && wanted.includes('number'));
    return isRight ? [] : [`${at}: is ${found}, not ${wanted.join(' or ')}`];
  },
  enum: (root, values, value, at) => (values.includes(value) ? [] : [`${at}: ${value} is not in ${values}`]),
  const: (root, wanted, value, at) => (value === wanted ? [] : [`${at}: ${value} is not ${wanted}`]),
  properties: (root, properties, value, at) =>
    typeOf(value) !== 'object'
      ? []
      : Object.entries(properties).flatMap(([name, schema]) =>
          name in value ? faultsOf(root, schema, value[name], `${at}.${name}`) : [],
        ),
  required: (root, names, value, at) =>
    typeOf(value) !== 'object' ? [] : names.filter((name) => !(name in value)).map((name) => `${at}.${name}: is missing`),
  additionalProperties: (root, schema, value, at, { properties = {} }) =>
    typeOf(value) !== 'object'
      ? []
      : Object.keys(value)
          .filter((name) => !(name in properties))
          .flatMap((name) =>
            schema === false ? [`${at}.${name}: is not known`] : faultsOf(root, schema, value[name], `${at}.${name}`),
          ),
  items: (root, schema, value, at) =>
    Array.isArray(value) ? value.flatMap((item, i) => faultsOf(root, schema, item, `${at}[${i}]`)) : [],
  allOf: (root, schemas, value, at) => schemas.flatMap((schema) => faultsOf(root, schema, value, at)),
  oneOf: (root, schemas, value, at) => {
    const results = schemas.map((schema) => faultsOf(root, schema, value, at));
    const fitting = results.filter((each) => each.length === 0).length;
    return fitting === 1 ? [] : [`${at}: fits ${fitting} of oneOf (${results.flat().join('; ')})`];
  },
  anyOf: (root, schemas, value, at) =>
    schemas.some((schema) => faultsOf(root, schema, value, at).length === 0) ? [] : [`${at}: fits none of anyOf`],
  format: (root, format, value, at) =>
    typeof value !== 'string' || !kFormats[format] || kFormats[format].test(value) ? [] : [`${at}: "${value}" is no ${format}`],
  pattern: (root, pattern, value, at) =>
    typeof value !== 'string' || new RegExp(pattern).test(value) ? [] : [`${at}: "${value}" does not match ${pattern}`],
  minimum: (root, limit, value, at) => (typeof value === 'number' && value < limit ? [`${at}: ${value} < ${limit}`] : []),
  maximum: (root, limit, value, at) => (typeof value === 'number' && value > limit ? [`${at}: ${value} > ${limit}`] : []),
  minLength: (root, limit, value, at) =>
    typeof value === 'string' && [...value].length < limit ? [`${at}: is too short`] : [],
  maxLength: (root, limit, value, at) =>
    typeof value === 'string' && [...value].length > limit ? [`${at}: is too long`] : [],
  maxItems: (root, limit, value, at) => (Array.isArray(value) && value.length > limit ? [`${at}: has too many`] : []),
  minItems: (root, limit, value, at) => (Array.isArray(value) && value.length < limit ? [`${at}: has too few`] : []),
};

/** What is wrong with the value, each with its place. @param root the whole document, for references */
export function faultsOf(root, schema, value, at = '$') {
  if (schema === undefined) return [`${at}: the schema is not there`];
  if (schema === true) return [];
  return Object.entries(schema).flatMap(([keyword, argument]) => {
    if (kAnnotations.has(keyword)) return [];
    if (!checks[keyword]) return [`${at}: the keyword ${keyword} is not known here`];
    return checks[keyword](root, argument, value, at, schema);
  });
}
