import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { fetchNvidia, parsePins } from '../../../lib/install/download/requirements';
import { temporaryFolder } from '../../support/temporary-folder';
import { makeZip } from './zip';

const base = temporaryFolder();

const TORCH = `Name: torch
Requires-Dist: filelock
Requires-Dist: cuda-toolkit[cublas,cudart]==13.0.3; platform_system == "Linux"
Requires-Dist: cuda-bindings<14,>=13.0.3; platform_system == "Linux" and python_version < "3.15"
Requires-Dist: nvidia-cudnn-cu13==9.24.0.43; platform_system == "Linux"
Requires-Dist: nvidia-nvjitlink<14, >=1.0 ; platform_system == "Windows"
Requires-Dist: triton~=3.8.0; platform_system == "Linux"
`;
const TOOLKIT = `Name: cuda-toolkit
Requires-Dist: nvidia-cublas==13.1.1.3.*; (sys_platform == "linux" or sys_platform == "win32") and extra == "cublas"
Requires-Dist: nvidia-cuda-runtime==13.0.96.*; extra == "cudart"
Requires-Dist: nvidia-cufft==12.0.0.61.*; extra == "cufft"
Requires-Dist: nvidia-cublas==13.1.1.3.*; extra == "all"
`;

test('pins are chosen by platform and extra', () => {
  expect(parsePins(TORCH, [], 'linux')).toEqual([
    { project: 'cuda-toolkit', specifier: '==13.0.3', extras: ['cublas', 'cudart'] },
    { project: 'nvidia-cudnn-cu13', specifier: '==9.24.0.43', extras: [] },
  ]);
  expect(parsePins(TORCH, [], 'win32')).toEqual([{ project: 'nvidia-nvjitlink', specifier: '<14,>=1.0', extras: [] }]);
  expect(parsePins(TOOLKIT, ['cudart'], 'linux').map(({ project }) => project)).toEqual(['nvidia-cuda-runtime']);
});

test('a bundle is opened, and each library is fetched once', async () => {
  const wheel = (name: string, metadata: string) => {
    const path = join(base, `${name}.whl`);
    writeFileSync(path, makeZip({ [`${name}.dist-info/METADATA`]: metadata }));
    return path;
  };
  const toolkit = wheel('cuda_toolkit', TOOLKIT);
  const asked: string[][] = [];
  const files = await fetchNvidia(wheel('torch', TORCH.replaceAll('Linux', systemName())), (pins) => {
    asked.push(pins.map(({ project, specifier }) => project + specifier));
    return Promise.resolve(pins.map(({ project }) => (project === 'cuda-toolkit' ? toolkit : project)));
  });
  expect(asked[0]).toEqual(['cuda-toolkit==13.0.3']);
  expect(files).toEqual(expect.arrayContaining(['nvidia-cudnn-cu13', 'nvidia-cuda-runtime']));
  expect(new Set(files).size).toBe(files.length);
});

function systemName(): string {
  return { linux: 'Linux', win32: 'Windows', darwin: 'Darwin' }[process.platform as string] ?? 'Linux';
}
