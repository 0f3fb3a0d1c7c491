module.exports = require('../../tools/jest-preset.cjs')({ name: 'workspaces', root: '../..' });
