module.exports = { ...require('../../tools/jest-preset.cjs')({ name: 'api', root: '../..' }), testTimeout: 30_000 };
