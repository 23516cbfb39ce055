// Makes the calls that stand on standard input with the published client, and writes what became of each.
import { CATALOG_FILTER_EXISTS, CatalogClient } from '@backstage/catalog-client';

const EXISTS = '<exists>';
const [address, token] = process.argv.slice(2);
const client = new CatalogClient({ discoveryApi: { getBaseUrl: async plugin => `${address}/api/${plugin}` } });

function revived(value) {
  if (value === EXISTS) {
    return CATALOG_FILTER_EXISTS;
  }
  if (Array.isArray(value)) {
    return value.map(revived);
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, revived(part)]));
  }
  return value;
}

async function outcome({ method, args }) {
  try {
    const options = { token };
    const given = args.map(revived);
    if (method.startsWith('stream')) {
      const pages = [];
      for await (const page of client[method](...given, options)) {
        pages.push(page);
      }
      return { value: pages };
    }
    const value = await client[method](...given, options);
    return value === undefined ? { missing: true } : { value };
  } catch (error) {
    return { error: { name: error.name, message: error.message, status: error.statusCode, cause: error.cause?.name } };
  }
}

let text = '';
for await (const part of process.stdin) {
  text += part;
}
const outcomes = [];
for (const call of JSON.parse(text)) {
  outcomes.push(await outcome(call));
}
process.stdout.write(JSON.stringify(outcomes));
