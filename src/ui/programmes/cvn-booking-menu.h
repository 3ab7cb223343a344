/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-booking-rule.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done with a booking on the board or in the list, and what is there where there are no bookings. */
GMenuModel *cvn_booking_menu_new (CvnBookingState state);
GtkWidget  *cvn_booking_menu_new_none (void);

G_END_DECLS
