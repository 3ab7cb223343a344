/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The tasks of all events and of none, the most pressing first; a tick finishes one. */
#define CVN_TYPE_TASK_LIST (cvn_task_list_get_type ())
G_DECLARE_FINAL_TYPE (CvnTaskList, cvn_task_list, CVN, TASK_LIST, AdwBin)

GtkWidget *cvn_task_list_new (CvnCentre *centre);

G_END_DECLS
