/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-page.h"

G_BEGIN_DECLS

/* All kinds of records with their counts, and the lists and forms of the one that is opened. */
#define CVN_TYPE_REGISTERS_PAGE (cvn_registers_page_get_type ())
G_DECLARE_FINAL_TYPE (CvnRegistersPage, cvn_registers_page, CVN, REGISTERS_PAGE, CvnPage)

G_END_DECLS
