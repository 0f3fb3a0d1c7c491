module.exports = require('../../tools/jest-preset.cjs')({ name: 'analytics', root: '../..' });
