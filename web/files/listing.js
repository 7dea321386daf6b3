/**
 * What people drop, choose or paste, as a list of files with their paths.
 *
 * @module
 */

/** @typedef {{name: string, file: Blob, fault?: unknown}} NamedFile   `name`: the path from the dropped folder down;
 *           `fault`: why there is nothing to read */

/** Files that systems leave in folders and nobody means to drop. */
const kLitter = /(^|\/)(\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(\/|$)/i;

/** @param {string} name */
export const isLitter = (name) => kLitter.test(name);

/**
 * A list of files, or a drop with folders in it, sorted by name, so that one folder is the same list on every system.
 * Call it within the drop event: the browser takes a drop's entries away afterwards.
 *
 * @param {Iterable<File|NamedFile>|DataTransfer} source
 * @returns {Promise<NamedFile[]>}
 */
export async function listFiles(source) {
  const files = 'items' in source ? await filesOfDrop(source) : [...source].map(named);
  return files
    .filter(({ name }) => !isLitter(name))
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

/**
 * @param {File|NamedFile} file
 * @returns {NamedFile}
 */
const named = (file) => (file instanceof File ? { name: file.webkitRelativePath || file.name, file } : file);

/** @param {DataTransfer} drop */
async function filesOfDrop(drop) {
  // Chromium refuses entries to a page from file://, and has handles for it; elsewhere it is warier of those.
  const local = location.protocol === 'file:';
  const roots = [...drop.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => {
      const entry = item.webkitGetAsEntry();
      const handled = /** @type {{getAsFileSystemHandle?: () => Promise<FileSystemHandle|null>}} */ (item);
      const handle = local && entry?.isDirectory ? handled.getAsFileSystemHandle?.() : undefined;
      return { entry, handle, file: item.getAsFile() };
    });
  /** @type {NamedFile[]} */
  const files = [];
  for (const { entry, handle, file } of roots) {
    if (handle) files.push(...(await filesOfHandle(/** @type {FileSystemDirectoryHandle|null} */ (await handle))));
    else if (entry?.isDirectory) files.push(...(await filesOfEntry(entry)));
    else if (file) files.push(named(file));
  }
  return files;
}

/**
 * @param {FileSystemDirectoryHandle|null} root
 * @returns {Promise<NamedFile[]>}
 */
async function filesOfHandle(root) {
  /** @type {NamedFile[]} */
  const files = [];
  const waiting = root ? [{ folder: root, path: root.name }] : [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    try {
      for await (const one of next.folder.values()) {
        const path = `${next.path}/${one.name}`;
        if (one.kind === 'file') files.push(await reached(path, /** @type {FileSystemFileHandle} */ (one).getFile()));
        else waiting.push({ folder: /** @type {FileSystemDirectoryHandle} */ (one), path });
      }
    } catch (fault) {
      files.push({ name: next.path, file: new Blob(), fault });
    }
  }
  return files;
}

/**
 * @param {FileSystemEntry} root
 * @returns {Promise<NamedFile[]>}
 */
async function filesOfEntry(root) {
  /** @type {NamedFile[]} */
  const files = [];
  const waiting = [root];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const path = entry.fullPath.replace(/^\//, '');
    if (!entry.isDirectory) {
      files.push(await reached(path, fileOf(/** @type {FileSystemFileEntry} */ (entry))));
      continue;
    }
    try {
      waiting.push(...(await entriesOf(/** @type {FileSystemDirectoryEntry} */ (entry))));
    } catch (fault) {
      files.push({ name: path, file: new Blob(), fault });
    }
  }
  return files;
}

/**
 * A file that is gone by the time that its turn comes takes nothing else with it.
 *
 * @param {string} name
 * @param {Promise<File>} file
 * @returns {Promise<NamedFile>}
 */
const reached = (name, file) => file.then((there) => ({ name, file: there }), (fault) => ({ name, file: new Blob(), fault }));

/**
 * @param {FileSystemFileEntry} entry
 * @returns {Promise<File>}
 */
const fileOf = (entry) => new Promise((resolve, reject) => entry.file(resolve, reject));

/**
 * @param {FileSystemDirectoryEntry} folder
 * @returns {Promise<FileSystemEntry[]>}
 */
async function entriesOf(folder) {
  const reader = folder.createReader();
  const all = [];
  for (;;) {
    // A reader gives at most a hundred entries at a time.
    const some = await new Promise((/** @type {(entries: FileSystemEntry[]) => void} */ resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/**
 * Lets the reader choose a folder. A chooser takes either files or folders, so this one is made when it is asked for.
 *
 * @param {(files: File[]) => void} chosen
 */
export function chooseFolder(chosen) {
  const input = document.createElement('input');
  input.type = 'file';
  input.webkitdirectory = true;
  input.addEventListener('change', () => chosen([...(input.files ?? [])]));
  input.click();
}
