/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-booking-pane"

#include "cvn-booking-pane.h"

#include "cvn-change-words.h"
#include "cvn-detail-pane.h"
#include "cvn-figure-set.h"
#include "cvn-grid-list.h"
#include "cvn-programme-operations.h"
#include "cvn-session-dialog.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

typedef enum {
  STEP_FURTHER,
  STEP_QUOTE,
  STEP_SESSION,
  STEP_RENEW,
  STEP_INVOICE,
  STEP_BACK,
  STEP_CANCEL,
  STEP_EDIT,
  N_STEPS,
} StepId;

typedef enum {
  SESSION_DATE,
  SESSION_MINUTES,
  SESSION_TRAINER,
  SESSION_PARTICIPANTS,
  SESSION_LEFT,
  SESSION_REMOVE,
  N_SESSION_CELLS,
} SessionCell;

static const CvnDetailStep steps[N_STEPS] = {
  [STEP_FURTHER] = { "booking.further", N_("_Further") },
  [STEP_QUOTE] = { "booking.quote", N_("_Quote…") },
  [STEP_SESSION] = { "booking.session", N_("Add _Session…") },
  [STEP_RENEW] = { "booking.renew", N_("_Renew Quote") },
  [STEP_INVOICE] = { "booking.show-invoice", N_("Show _Invoice") },
  [STEP_BACK] = { "booking.back", N_("One State _Back") },
  [STEP_CANCEL] = { "booking.cancel", N_("_Cancel Booking") },
  [STEP_EDIT] = { "booking.edit", N_("All _Fields") },
};

/* What takes a booking out of a state. */
static const char *const further_labels[CVN_BOOKING_N_STATES] = {
  [CVN_BOOKING_REQUESTED] = N_("_Mark as Quoted"),
  [CVN_BOOKING_QUOTED] = N_("_Mark as Confirmed"),
  [CVN_BOOKING_CONFIRMED] = N_("_Mark as Delivered"),
  [CVN_BOOKING_DELIVERED] = N_("_Make Invoice"),
};

static const struct
{
  const char *title;
  const char *column;
} days[] = {
  { N_("Requested on"), "requested_on" },
  { N_("Quoted on"), "quoted_on" },
  { N_("Quote valid until"), "valid_until" },
  { N_("Confirmed on"), "confirmed_on" },
  { N_("Delivered on"), "delivered_on" },
  { N_("Invoiced on"), "invoiced_on" },
  { N_("Paid on"), "paid_on" },
  { N_("Cancelled on"), "cancelled_on" },
};

static const CvnGridColumn session_columns[N_SESSION_CELLS] = {
  [SESSION_DATE] = { N_("Date"), 110, 0.0f, CVN_NARROW_LEAD },
  [SESSION_MINUTES] = { N_("Lasts"), 110, 1.0f, CVN_NARROW_LINE },
  [SESSION_TRAINER] = { N_("Trainer"), CVN_GRID_REST, 0.0f, CVN_NARROW_LINE },
  [SESSION_PARTICIPANTS] = { N_("Participants"), 110, 1.0f, CVN_NARROW_LINE },
  [SESSION_LEFT] = { N_("Left after it"), 120, 1.0f, CVN_NARROW_LINE },
  [SESSION_REMOVE] = { NULL, 44, 1.0f, CVN_NARROW_VALUE },
};

static const char *const figure_names[] = { "booking-detail", "booking-sessions", NULL };

struct _CvnBookingPane
{
  AdwBin parent_instance;

  CvnCentre     *centre;
  CvnFigureSet  *figures; /* NULL before a booking is shown */
  char          *booking;
  CvnBoardCard  *card; /* NULL before it was read */
  CvnDetailPane *pane;
  CvnGridList   *sessions;
};

static guint closed_signal;

G_DEFINE_FINAL_TYPE (CvnBookingPane, cvn_booking_pane, ADW_TYPE_BIN)

static gboolean
can_go (CvnBookingState state,
        int             step)
{
  CvnBookingState to = cvn_booking_get_neighbour (state, step);

  return to != CVN_BOOKING_PAID && cvn_booking_can_move (state, to);
}

static gboolean
can_take (CvnBookingPane *self,
          StepId          step)
{
  CvnBookingState state = cvn_board_card_get_state (self->card);
  gboolean        may = cvn_operation_dialog_is_allowed (self->centre);

  switch (step)
    {
    case STEP_FURTHER:
      return may && state != CVN_BOOKING_CANCELLED && can_go (state, 1);
    case STEP_BACK:
      return may && (state == CVN_BOOKING_CANCELLED || can_go (state, -1));
    case STEP_QUOTE:
      return state != CVN_BOOKING_CANCELLED;
    case STEP_SESSION:
      return may && (state == CVN_BOOKING_CONFIRMED || state == CVN_BOOKING_DELIVERED);
    case STEP_RENEW:
      return may && state == CVN_BOOKING_QUOTED;
    case STEP_CANCEL:
      return may && cvn_booking_can_move (state, CVN_BOOKING_CANCELLED);
    case STEP_INVOICE:
      return cvn_table_words_has (cvn_figure_set_get (self->figures, "booking-detail"), 0, "invoice");
    case STEP_EDIT:
      return TRUE;
    case N_STEPS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
update_steps (CvnBookingPane *self)
{
  for (StepId step = 0; step < N_STEPS; step++)
    {
      gboolean    can = self->card != NULL && can_take (self, step);
      const char *label = can && step == STEP_FURTHER ? _(further_labels[cvn_board_card_get_state (self->card)]) : NULL;

      gtk_widget_action_set_enabled (GTK_WIDGET (self), steps[step].action, can);
      cvn_detail_pane_set_step (self->pane, step, can, label);
    }
}

/* 150 → "2:30 h" would need a translation of its own: "2 h 30 min". */
static char *
format_minutes (gint64 minutes)
{
  gint64 hours = ABS (minutes) / 60;
  gint64 rest = ABS (minutes) % 60;

  if (minutes < 0)
    return g_strdup_printf (_("%lld min too many"), (long long) -minutes);
  if (rest == 0)
    return g_strdup_printf (_("%lld h"), (long long) hours);
  if (hours == 0)
    return g_strdup_printf (_("%lld min"), (long long) rest);
  return g_strdup_printf (_("%1$lld h %2$lld min"), (long long) hours, (long long) rest);
}

static void
fill_head (CvnBookingPane *self,
           CvnTable       *table)
{
  const char      *code = cvn_table_get_text (table, 0, "code");
  g_autofree char *day = cvn_table_words_dup_day (table, 0, "date");
  g_autofree char *since = cvn_table_words_has (table, 0, "since") ? cvn_table_words_dup_day (table, 0, "since") : NULL;
  const char      *label = cvn_booking_state_get_label (cvn_board_card_get_state (self->card));
  /* Translators: the state of a booking, and the day since which it is in it */
  g_autofree char *state = since != NULL ? g_strdup_printf (_("%1$s since %2$s"), label, since) : g_strdup (label);
  /* Translators: what was booked and for which day */
  g_autofree char *subtitle = code != NULL ? g_strdup_printf (_("%1$s on %2$s (%3$s)"), cvn_board_card_get_programme (self->card), day, code)
                                           : g_strdup_printf (_("%1$s on %2$s"), cvn_board_card_get_programme (self->card), day);
  g_autofree char *warning = cvn_board_card_dup_warning (self->card);

  cvn_detail_pane_set_head (self->pane, cvn_board_card_get_name (self->card), subtitle, state, warning);
}

static void
add_money (CvnBookingPane *self,
           CvnTable       *table,
           const char     *title,
           const char     *column)
{
  g_autofree char *amount = cvn_table_words_has (table, 0, column) ? cvn_table_words_dup_money (table, 0, column) : NULL;

  cvn_detail_pane_add_fact (self->pane, title, amount);
}

static void
fill_hours (CvnBookingPane *self,
            CvnTable       *table)
{
  gint64           booked = cvn_table_get_integer (table, 0, "minutes");
  gint64           delivered = cvn_table_get_integer (table, 0, "delivered");
  g_autofree char *all = format_minutes (booked);
  g_autofree char *given = format_minutes (delivered);
  g_autofree char *left = format_minutes (booked - delivered);

  cvn_detail_pane_add_fact (self->pane, _("Hours booked"), booked > 0 ? all : NULL);
  cvn_detail_pane_add_fact (self->pane, _("Hours given"), delivered > 0 ? given : NULL);
  cvn_detail_pane_add_fact (self->pane, _("Hours left"), booked > 0 ? left : NULL);
}

static void
fill_facts (CvnBookingPane *self,
            CvnTable       *table)
{
  gint64           number = cvn_table_get_integer (table, 0, "participants");
  g_autofree char *participants = number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;

  cvn_detail_pane_begin_facts (self->pane);
  fill_hours (self, table);
  cvn_detail_pane_add_fact (self->pane, _("Participants"), participants);
  add_money (self, table, _("Amount without VAT"), "amount");
  add_money (self, table, _("Cost of the provider"), "cost");
  add_money (self, table, _("Margin"), "margin");
  cvn_detail_pane_add_fact (self->pane, _("Provider"), cvn_table_get_text (table, 0, cvn_interface_language () == CVN_LANGUAGE_EN ? "provider_en" : "provider"));
  cvn_detail_pane_add_fact (self->pane, _("Contact"), cvn_table_get_text (table, 0, "contact"));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *day = cvn_table_words_has (table, 0, days[i].column) ? cvn_table_words_dup_day (table, 0, days[i].column) : NULL;

      cvn_detail_pane_add_fact (self->pane, _(days[i].title), day);
    }
  cvn_detail_pane_add_fact (self->pane, _("Invoice"), cvn_table_get_text (table, 0, "number"));
}

static GtkWidget *
make_remove (CvnBookingPane *self,
             const char     *id,
             const char     *day)
{
  GtkWidget       *button;
  g_autofree char *label = g_strdup_printf (_("Remove the session of %s"), day);

  if (!cvn_operation_dialog_is_allowed (self->centre))
    return NULL;
  button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "booking.remove-session");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static void
add_session (CvnBookingPane *self,
             CvnTable       *table,
             guint           row)
{
  const char      *trainer = cvn_table_get_text (table, row, "trainer");
  gint64           number = cvn_table_get_integer (table, row, "participants");
  g_autofree char *day = cvn_table_words_dup_day (table, row, "date");
  g_autofree char *minutes = format_minutes (cvn_table_get_integer (table, row, "amount"));
  g_autofree char *participants = number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
  g_autofree char *left = cvn_table_words_has (table, row, "left_after") ? format_minutes (cvn_table_get_integer (table, row, "left_after")) : g_strdup ("");
  /* Translators: day and length of a session, and what is left of the hours after it, or nothing */
  g_autofree char *sentence = g_strdup_printf (_("Session of %1$s, %2$s. Left: %3$s"), day, minutes, left);
  const char      *id = cvn_table_get_text (table, row, "id");
  GtkWidget       *cells[N_SESSION_CELLS] = {
          [SESSION_DATE] = cvn_grid_cell_new (day, 0.0f, NULL),
          [SESSION_MINUTES] = cvn_grid_cell_new (minutes, 1.0f, NULL),
          [SESSION_TRAINER] = cvn_grid_cell_new (trainer != NULL ? trainer : "", 0.0f, cvn_table_get_text (table, row, "note")),
          [SESSION_PARTICIPANTS] = cvn_grid_cell_new (participants, 1.0f, NULL),
          [SESSION_LEFT] = cvn_grid_cell_new (left, 1.0f, NULL),
          [SESSION_REMOVE] = make_remove (self, id, day),
  };

  gtk_widget_add_css_class (cells[SESSION_DATE], "numeric");
  cvn_grid_list_add (self->sessions, id, sentence, cells);
}

static void
fill_sessions (CvnBookingPane *self)
{
  CvnTable *table = cvn_figure_set_get (self->figures, "booking-sessions");

  cvn_grid_list_begin (self->sessions, cvn_table_get_n_rows (table));
  for (guint row = 0; row < cvn_table_get_n_rows (table) && !cvn_grid_list_is_full (self->sessions); row++)
    add_session (self, table, row);
  cvn_grid_list_end (self->sessions);
}

static void
changed_cb (CvnBookingPane *self)
{
  CvnTable *table = cvn_figure_set_get (self->figures, "booking-detail");

  g_clear_object (&self->card);
  if (table == NULL || cvn_table_get_n_rows (table) == 0 || g_strcmp0 (cvn_table_get_text (table, 0, "id"), self->booking) != 0)
    {
      update_steps (self);
      if (cvn_figure_set_is_loaded (self->figures))
        g_signal_emit (self, closed_signal, 0);
      return;
    }
  self->card = cvn_board_card_new (table, 0);
  update_steps (self);
  fill_head (self, table);
  fill_facts (self, table);
  fill_sessions (self);
}

/** cvn_booking_pane_show: shows the booking whose id is @booking. */
void
cvn_booking_pane_show (CvnBookingPane *self,
                       const char     *booking)
{
  if (self->booking != booking)
    {
      g_free (self->booking);
      self->booking = g_strdup (booking);
    }
  /* Another set for another booking: what is shown is never that of the one before. */
  if (self->figures != NULL)
    g_signal_handlers_disconnect_by_data (self->figures, self);
  g_clear_object (&self->figures);
  g_clear_object (&self->card);
  update_steps (self);
  self->figures = cvn_figure_set_new (self->centre, figure_names);
  cvn_figure_set_set_record (self->figures, booking);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/** cvn_booking_pane_get_booking: (nullable): the id of the booking that is shown. */
const char *
cvn_booking_pane_get_booking (CvnBookingPane *self)
{
  return self->booking;
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr (CvnBookingPane) self = data;
  g_autoptr (GError) error = NULL;

  if (cvn_centre_finish (CVN_CENTRE (source), result, &error) < 0 && self->centre != NULL)
    cvn_window_show_toast (GTK_WIDGET (self), error->message, FALSE);
}

static void
run (CvnBookingPane *self,
     CvnOperation   *operation)
{
  cvn_operation_set_subject (operation, cvn_board_card_get_name (self->card));
  cvn_operation_run_async (operation, self->centre, NULL, run_cb, g_object_ref (self));
}

static void
move (CvnBookingPane *self,
      CvnBookingState to)
{
  g_autoptr (CvnOperation) operation = cvn_move_booking_new (self->booking, to, cvn_centre_get_today (self->centre));

  run (self, operation);
}

static void
move_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CvnBookingPane *self = CVN_BOOKING_PANE (widget);
  CvnBookingState state = cvn_board_card_get_state (self->card);

  if (g_str_equal (action, "booking.cancel"))
    move (self, CVN_BOOKING_CANCELLED);
  else if (state == CVN_BOOKING_CANCELLED)
    move (self, CVN_BOOKING_REQUESTED);
  else
    move (self, cvn_booking_get_neighbour (state, g_str_equal (action, "booking.further") ? 1 : -1));
}

static void
renew_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  CvnBookingPane *self = CVN_BOOKING_PANE (widget);
  g_autoptr (CvnOperation) operation = cvn_renew_quote_new (self->booking, cvn_centre_get_today (self->centre));

  run (self, operation);
}

static void
quote_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-report", "(ss)", "quote", CVN_BOOKING_PANE (widget)->booking);
}

static void
session_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CvnBookingPane *self = CVN_BOOKING_PANE (widget);

  gtk_window_present (GTK_WINDOW (cvn_session_dialog_new (widget, self->centre, self->card, NULL, 0)));
}

static void
session_cb (CvnBookingPane *self,
            const char     *id)
{
  CvnTable *table = cvn_figure_set_get (self->figures, "booking-sessions");

  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    if (g_strcmp0 (cvn_table_get_text (table, row, "id"), id) == 0 && cvn_operation_dialog_is_allowed (self->centre))
      gtk_window_present (GTK_WINDOW (cvn_session_dialog_new (GTK_WIDGET (self), self->centre, self->card, table, row)));
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  CvnBookingPane *self = CVN_BOOKING_PANE (widget);
  g_autoptr (CvnOperation) operation = cvn_delete_session_new (g_variant_get_string (parameter, NULL));

  run (self, operation);
}

static void
invoice_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CvnBookingPane *self = CVN_BOOKING_PANE (widget);

  gtk_widget_activate_action (widget, "win.open-record", "(ss)", "invoice", cvn_table_get_text (cvn_figure_set_get (self->figures, "booking-detail"), 0, "invoice"));
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "programmes.open", "(ss)", "booking", CVN_BOOKING_PANE (widget)->booking);
}

static void
closed_cb (CvnBookingPane *self)
{
  g_signal_emit (self, closed_signal, 0);
}

static void
cvn_booking_pane_dispose (GObject *object)
{
  CvnBookingPane *self = CVN_BOOKING_PANE (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->card);
  g_clear_object (&self->centre);
  g_clear_pointer (&self->booking, g_free);
  G_OBJECT_CLASS (cvn_booking_pane_parent_class)->dispose (object);
}

static void
cvn_booking_pane_class_init (CvnBookingPaneClass *klass)
{
  static const struct
  {
    const char                 *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "booking.further", move_action },
    { "booking.back", move_action },
    { "booking.cancel", move_action },
    { "booking.renew", renew_action },
    { "booking.quote", quote_action },
    { "booking.session", session_action },
    { "booking.show-invoice", invoice_action },
    { "booking.edit", edit_action },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_booking_pane_dispose;
  closed_signal = g_signal_new ("closed", CVN_TYPE_BOOKING_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_action (widget_class, "booking.remove-session", "s", remove_action);
}

static void
cvn_booking_pane_init (CvnBookingPane *self)
{
}

/** cvn_booking_pane_new: shows nothing until it is told which booking. */
GtkWidget *
cvn_booking_pane_new (CvnCentre *centre)
{
  CvnBookingPane *self = g_object_new (CVN_TYPE_BOOKING_PANE, NULL);

  self->centre = g_object_ref (centre);
  self->pane = CVN_DETAIL_PANE (cvn_detail_pane_new (steps, N_STEPS));
  g_signal_connect_object (self->pane, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  self->sessions = CVN_GRID_LIST (cvn_grid_list_new (session_columns, N_SESSION_CELLS, _("Sessions"), _("No session has been given yet.")));
  g_signal_connect_object (self->sessions, "activated", G_CALLBACK (session_cb), self, G_CONNECT_SWAPPED);
  cvn_detail_pane_add_list (self->pane, _("Sessions"), GTK_WIDGET (self->sessions));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->pane));
  update_steps (self);
  return GTK_WIDGET (self);
}
