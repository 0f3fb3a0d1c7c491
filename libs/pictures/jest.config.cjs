module.exports = require('../../tools/jest-preset.cjs')({ name: 'pictures', root: '../..' });
