module.exports = require('../../tools/jest-preset.cjs')({ name: 'invitations', root: '../..' });
