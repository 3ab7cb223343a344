/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-fee-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is charged to whom, and from when until when. Signals: "open" (const char *id of a fee); "add". */
#define CVN_TYPE_FEE_TARIFFS (cvn_fee_tariffs_get_type ())
G_DECLARE_FINAL_TYPE (CvnFeeTariffs, cvn_fee_tariffs, CVN, FEE_TARIFFS, AdwBin)

GtkWidget *cvn_fee_tariffs_new (CvnFeeSheet *sheet);

G_END_DECLS
