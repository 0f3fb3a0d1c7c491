module.exports = require('../../tools/jest-preset.cjs')({ name: 'history', root: '../..' });
