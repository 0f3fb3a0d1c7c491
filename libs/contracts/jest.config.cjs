module.exports = require('../../tools/jest-preset.cjs')({ name: 'contracts', root: '../..' });
