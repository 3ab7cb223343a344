/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-import-report.h"
#include "cvn-writer.h"

G_BEGIN_DECLS

gboolean cvn_import_card_knows (GFile *file);
gboolean cvn_import_card_run (CvnWriter *writer, GFile *file, CvnImportedFile *report, GCancellable *cancellable, GError **error);

G_END_DECLS
