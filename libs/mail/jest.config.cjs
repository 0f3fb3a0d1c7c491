module.exports = require('../../tools/jest-preset.cjs')({ name: 'mail', root: '../..' });
