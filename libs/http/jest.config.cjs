module.exports = { ...require('../../tools/jest-preset.cjs')({ name: 'http', root: '../..' }), testTimeout: 30_000 };
