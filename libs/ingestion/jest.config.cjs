module.exports = require('../../tools/jest-preset.cjs')({ name: 'ingestion', root: '../..' });
