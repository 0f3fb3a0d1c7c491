module.exports = require('../../tools/jest-preset.cjs')({ name: 'vault', root: '../..' });
