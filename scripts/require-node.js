// Plain JavaScript on purpose: an older Node cannot read TypeScript, and this file is what tells its user so.
// It is loaded before every script of package.json; `npm run` puts the project's own Node first in the path.
const oldestNode = 24;
const major = Number.parseInt(process.versions.node, 10);

if (major < oldestNode) {
  process.stderr.write(
    `Footing needs Node ${String(oldestNode)} or later and was started with ${process.version} (${process.execPath}). ` +
      'Run "npm ci", which installs the right one beside the project, then start with "npm run …" instead of "node …".\n',
  );
  process.exit(1);
}
