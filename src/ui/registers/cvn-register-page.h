/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-page.h"

G_BEGIN_DECLS

/* The lists of an area's kinds of records, and the form of one record beside them; for area -1 those of all kinds. */
#define CVN_TYPE_REGISTER_PAGE (cvn_register_page_get_type ())
G_DECLARE_FINAL_TYPE (CvnRegisterPage, cvn_register_page, CVN, REGISTER_PAGE, CvnPage)

void cvn_register_page_focus_search (CvnRegisterPage *self);

G_END_DECLS
