module.exports = {
  ...require('../../tools/jest-preset.cjs')({ name: 'workspaces', root: '../..' }),
  testTimeout: 30_000,
};
