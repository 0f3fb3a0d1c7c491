module.exports = require('../../tools/jest-preset.cjs')({ name: 'http', root: '../..' });
