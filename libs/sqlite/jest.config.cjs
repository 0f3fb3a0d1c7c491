module.exports = require('../../tools/jest-preset.cjs')({ name: 'sqlite', root: '../..' });
