/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-statement.h"
#include "cvn-table.h"

G_BEGIN_DECLS

CvnTable *cvn_statement_read_table (CvnStatement *statement, GError **error);

G_END_DECLS
