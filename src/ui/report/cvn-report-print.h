/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     cvn_report_print (CvnReport *report, GtkWindow *parent);
gboolean cvn_report_print_to_file (CvnReport *report, const char *path, GError **error);

G_END_DECLS
