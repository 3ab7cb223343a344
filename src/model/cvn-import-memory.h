/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-csv-mapping.h"

G_BEGIN_DECLS

gboolean cvn_import_memory_recall (CvnCsvMapping *mapping);
void     cvn_import_memory_keep (const CvnCsvMapping *mapping);

G_END_DECLS
