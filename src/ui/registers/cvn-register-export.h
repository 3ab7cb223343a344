/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-query.h"

#include <gtk/gtk.h>

void cvn_register_export (GtkWidget *from, CvnCentre *centre, const CvnQuery *query);
