// SPDX-FileCopyrightText: 2026 The Convenant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Some questions that CouchDB only refuses would end this server: it goes on instead.
process.on('uncaughtException', error => console.error('guard:', error && error.stack || error));
process.on('unhandledRejection', error => console.error('guard:', error && error.stack || error));
