module.exports = require('../../tools/jest-preset.cjs')({ name: 'platforms', root: '../..' });
