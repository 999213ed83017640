const SYSTEMS = ["darwin", "linux", "win32", "android", "freebsd", "openharmony", "openbsd", "netbsd", "sunos", "aix"];
const PROCESSORS = ["x64", "arm64", "arm", "ia32", "ppc64", "riscv64", "s390x", "loong64"];
const LIBRARIES = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

/**
 * completeLock gives a package-lock.json that `npm ci` accepts anywhere: a registry that lacks the binaries of other
 * systems makes `npm install` leave them out, and `npm ci` then misses them. Each gets an entry without a download, and
 * no entry names a registry's address.
 * @param {string} text
 * @returns {{ text: string, added: string[] }}
 */
export function completeLock(text) {
  const lock = JSON.parse(text);
  const missing = Object.entries(lock.packages).flatMap(([at, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isLocked(lock.packages, at, name))
      .map(([name, version]) => [`node_modules/${name}`, stub(name, version, entry.dev)]),
  );
  const kept = Object.entries(lock.packages).map(([at, entry]) => [at, withoutAddress(entry)]);
  const sorted = [...kept, ...missing].toSorted(([one], [other]) => one.localeCompare(other, "en"));
  const complete = { ...lock, packages: Object.fromEntries(sorted) };
  return { text: `${JSON.stringify(complete, null, 2)}\n`, added: missing.map(([at]) => at) };
}

// As Node.js looks a package up: beside the one that wants it, then in each folder above.
function isLocked(packages, at, name) {
  for (let from = at; ; from = from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/")))) {
    if (packages[`${from === "" ? "" : `${from}/`}node_modules/${name}`]) return true;
    if (from === "") return false;
  }
}

function stub(name, version, dev) {
  const words = name.split(/[/-]/);
  const find = (known) => words.filter((word) => known.includes(word));
  const [os, cpu] = [find(SYSTEMS), find(PROCESSORS)];
  if (os.length === 0 || cpu.length === 0) throw new Error(`${name}: its name does not tell system and processor.`);
  const libc = os.includes("linux") ? find(Object.keys(LIBRARIES)).map((word) => LIBRARIES[word]) : [];
  return { version, cpu, ...(dev ? { dev } : {}), ...(libc.length > 0 ? { libc } : {}), optional: true, os };
}

function withoutAddress({ resolved, ...entry }) {
  return resolved === undefined || /^https?:/.test(resolved) ? entry : { ...entry, resolved };
}
