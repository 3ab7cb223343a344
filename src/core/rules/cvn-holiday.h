/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-date.h"

G_BEGIN_DECLS

CvnDate     cvn_holiday_easter (int year);
const char *cvn_holiday_find (const CvnDate *day);

G_END_DECLS
