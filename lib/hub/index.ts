/** `torch.hub`: weights from the network, kept in a folder. */
export { type DownloadOptions, type DownloadProgress, downloadUrlToFile } from './download';
export { getDir, setDir } from './folder';
export { type LoadFromUrlOptions, loadStateDictFromUrl } from './load';
