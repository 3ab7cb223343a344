/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-record.h"

#include <gtk/gtk.h>

void cvn_register_delete (GtkWidget *from, CvnCentre *centre, CvnRecord *record, const char *title);
void cvn_register_say_in_use (GtkWidget *from, CvnCentre *centre, const CvnKind *kind, const char *id, const char *title);
