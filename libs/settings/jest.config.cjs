module.exports = require('../../tools/jest-preset.cjs')({ name: 'settings', root: '../..' });
