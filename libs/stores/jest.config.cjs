module.exports = require('../../tools/jest-preset.cjs')({ name: 'stores', root: '../..' });
