/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void   cvn_watchdog_start (void);
void   cvn_watchdog_mark (void);
double cvn_watchdog_stop (void);

G_END_DECLS
