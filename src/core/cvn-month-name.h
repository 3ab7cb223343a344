/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "cvn-language.h"

const char *cvn_month_name (guint month, CvnLanguage language);
const char *cvn_month_name_short (guint month, CvnLanguage language);
guint       cvn_month_from_name (const char *name);
