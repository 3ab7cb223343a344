/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-booking-pane"

#include "cvn-booking-pane.h"

#include "cvn-board-card.h"
#include "cvn-change-words.h"
#include "cvn-grid-list.h"
#include "cvn-guard.h"
#include "cvn-programme-operations.h"
#include "cvn-session-dialog.h"
#include "cvn-tooltip.h"

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

struct _CvnBookingPane
{
  CvnRecordPane parent_instance;

  CvnGridList *sessions;
};

G_DEFINE_FINAL_TYPE (CvnBookingPane, cvn_booking_pane, CVN_TYPE_RECORD_PANE)

static gboolean
can_go (CvnBookingState state,
        int             step)
{
  CvnBookingState to = cvn_booking_get_neighbour (state, step);

  return to != CVN_BOOKING_PAID && cvn_booking_can_move (state, to);
}

static CvnBookingState
get_state (CvnTable *table,
           guint     row)
{
  g_autoptr (CvnBoardCard) card = cvn_board_card_new (table, row);

  return cvn_board_card_get_state (card);
}

static gboolean
cvn_booking_pane_can_take (CvnRecordPane *pane,
                           CvnTable      *table,
                           guint          row,
                           guint          step)
{
  CvnBookingState state = get_state (table, row);
  gboolean        may = cvn_operation_dialog_is_allowed (cvn_record_pane_get_centre (pane));

  switch ((StepId) step)
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
      return cvn_table_words_has (table, row, "invoice");
    case STEP_EDIT:
      return TRUE;
    case N_STEPS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static const char *
cvn_booking_pane_get_label (CvnRecordPane *pane,
                            CvnTable      *table,
                            guint          row,
                            guint          step)
{
  return step == STEP_FURTHER ? _(further_labels[get_state (table, row)]) : NULL;
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
fill_head (CvnDetailPane *detail,
           CvnTable      *table,
           guint          row)
{
  g_autoptr (CvnBoardCard) card = cvn_board_card_new (table, row);
  const char      *code = cvn_table_get_text (table, row, "code");
  g_autofree char *day = cvn_table_words_dup_day (table, row, "date");
  g_autofree char *since = cvn_table_words_has (table, row, "since") ? cvn_table_words_dup_day (table, row, "since") : NULL;
  const char      *label = cvn_booking_state_get_label (cvn_board_card_get_state (card));
  /* Translators: the state of a booking, and the day since which it is in it */
  g_autofree char *state = since != NULL ? g_strdup_printf (_("%1$s since %2$s"), label, since) : g_strdup (label);
  /* Translators: what was booked and for which day */
  g_autofree char *subtitle = code != NULL ? g_strdup_printf (_("%1$s on %2$s (%3$s)"), cvn_board_card_get_programme (card), day, code)
                                           : g_strdup_printf (_("%1$s on %2$s"), cvn_board_card_get_programme (card), day);
  g_autofree char *warning = cvn_board_card_dup_warning (card);

  cvn_detail_pane_set_head (detail, cvn_board_card_get_name (card), subtitle, state, warning);
}

static void
add_money (CvnDetailPane *detail,
           CvnTable      *table,
           guint          row,
           const char    *title,
           const char    *column)
{
  g_autofree char *amount = cvn_table_words_has (table, row, column) ? cvn_table_words_dup_money (table, row, column) : NULL;

  cvn_detail_pane_add_fact (detail, title, amount);
}

static void
fill_hours (CvnDetailPane *detail,
            CvnTable      *table,
            guint          row)
{
  gint64           booked = cvn_table_get_integer (table, row, "minutes");
  gint64           delivered = cvn_table_get_integer (table, row, "delivered");
  g_autofree char *all = format_minutes (booked);
  g_autofree char *given = format_minutes (delivered);
  g_autofree char *left = format_minutes (booked - delivered);

  cvn_detail_pane_add_fact (detail, _("Hours booked"), booked > 0 ? all : NULL);
  cvn_detail_pane_add_fact (detail, _("Hours given"), delivered > 0 ? given : NULL);
  cvn_detail_pane_add_fact (detail, _("Hours left"), booked > 0 ? left : NULL);
}

static void
fill_facts (CvnDetailPane *detail,
            CvnTable      *table,
            guint          row)
{
  gint64           number = cvn_table_get_integer (table, row, "participants");
  g_autofree char *participants = number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;

  cvn_detail_pane_begin_facts (detail);
  fill_hours (detail, table, row);
  cvn_detail_pane_add_fact (detail, _("Participants"), participants);
  add_money (detail, table, row, _("Amount without VAT"), "amount");
  add_money (detail, table, row, _("Cost of the provider"), "cost");
  add_money (detail, table, row, _("Margin"), "margin");
  cvn_detail_pane_add_fact (detail, _("Provider"), cvn_table_get_text (table, row, cvn_interface_language () == CVN_LANGUAGE_EN ? "provider_en" : "provider"));
  cvn_detail_pane_add_fact (detail, _("Contact"), cvn_table_get_text (table, row, "contact"));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *day = cvn_table_words_has (table, row, days[i].column) ? cvn_table_words_dup_day (table, row, days[i].column) : NULL;

      cvn_detail_pane_add_fact (detail, _(days[i].title), day);
    }
  cvn_detail_pane_add_fact (detail, _("Invoice"), cvn_table_get_text (table, row, "number"));
}

static GtkWidget *
make_remove (CvnBookingPane *self,
             const char     *id,
             const char     *day)
{
  GtkWidget       *button;
  g_autofree char *label = g_strdup_printf (_("Remove the session of %s"), day);

  if (!cvn_operation_dialog_is_allowed (cvn_record_pane_get_centre (CVN_RECORD_PANE (self))))
    return NULL;
  button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "booking.remove-session");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_widget_add_css_class (button, "flat");
  cvn_tooltip_set (button, label);
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
fill_sessions (CvnBookingPane *self,
               CvnTable       *table)
{
  cvn_grid_list_begin (self->sessions, cvn_table_get_n_rows (table));
  for (guint row = 0; row < cvn_table_get_n_rows (table) && !cvn_grid_list_is_full (self->sessions); row++)
    add_session (self, table, row);
  cvn_grid_list_end (self->sessions);
}

static void
cvn_booking_pane_fill (CvnRecordPane *pane,
                       CvnTable      *table,
                       guint          row)
{
  CvnDetailPane *detail = cvn_record_pane_get_detail (pane);

  fill_head (detail, table, row);
  fill_facts (detail, table, row);
  fill_sessions (CVN_BOOKING_PANE (pane), cvn_figure_set_get (cvn_record_pane_get_figures (pane), "booking-sessions"));
}

static void
move (CvnRecordPane  *self,
      CvnBookingState to)
{
  g_autoptr (CvnOperation) operation = cvn_move_booking_new (cvn_record_pane_get_record (self), to, cvn_centre_get_today (cvn_record_pane_get_centre (self)));

  cvn_record_pane_run (self, operation, NULL);
}

static void
move_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CvnRecordPane  *self = CVN_RECORD_PANE (widget);
  guint           row = 0;
  CvnTable       *table = cvn_record_pane_get_table (self, &row);
  CvnBookingState state = get_state (table, row);

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
  CvnRecordPane *self = CVN_RECORD_PANE (widget);
  g_autoptr (CvnOperation) operation = cvn_renew_quote_new (cvn_record_pane_get_record (self), cvn_centre_get_today (cvn_record_pane_get_centre (self)));

  cvn_record_pane_run (self, operation, NULL);
}

static void
quote_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-report", "(ss)", "quote", cvn_record_pane_get_record (CVN_RECORD_PANE (widget)));
}

static void
session_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  CvnRecordPane *self = CVN_RECORD_PANE (widget);
  guint          row = 0;
  CvnTable      *table = cvn_record_pane_get_table (self, &row);
  g_autoptr (CvnBoardCard) card = cvn_board_card_new (table, row);

  gtk_window_present (GTK_WINDOW (cvn_session_dialog_new (widget, cvn_record_pane_get_centre (self), card, NULL, 0)));
}

static void
session_cb (CvnRecordPane *self,
            const char    *id)
{
  guint      at = 0;
  CvnTable  *table = cvn_record_pane_get_table (self, &at);
  CvnTable  *sessions = cvn_figure_set_get (cvn_record_pane_get_figures (self), "booking-sessions");
  CvnCentre *centre = cvn_record_pane_get_centre (self);
  g_autoptr (CvnBoardCard) card = table != NULL ? cvn_board_card_new (table, at) : NULL;

  if (card == NULL || !cvn_operation_dialog_is_allowed (centre))
    return;
  for (guint row = 0; row < cvn_table_get_n_rows (sessions); row++)
    if (g_strcmp0 (cvn_table_get_text (sessions, row, "id"), id) == 0)
      gtk_window_present (GTK_WINDOW (cvn_session_dialog_new (GTK_WIDGET (self), centre, card, sessions, row)));
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_autoptr (CvnOperation) operation = cvn_delete_session_new (g_variant_get_string (parameter, NULL));

  cvn_record_pane_run (CVN_RECORD_PANE (widget), operation, NULL);
}

static void
invoice_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  guint     row = 0;
  CvnTable *table = cvn_record_pane_get_table (CVN_RECORD_PANE (widget), &row);

  gtk_widget_activate_action (widget, "win.open-record", "(ss)", "invoice", cvn_table_get_text (table, row, "invoice"));
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "programmes.open", "(ss)", "booking", cvn_record_pane_get_record (CVN_RECORD_PANE (widget)));
}

static void
cvn_booking_pane_class_init (CvnBookingPaneClass *klass)
{
  static const char *const                 figures[] = { "booking-detail", "booking-sessions", NULL };
  static const GtkWidgetActionActivateFunc activate[N_STEPS] = {
    [STEP_FURTHER] = move_action,
    [STEP_QUOTE] = quote_action,
    [STEP_SESSION] = session_action,
    [STEP_RENEW] = renew_action,
    [STEP_INVOICE] = invoice_action,
    [STEP_BACK] = move_action,
    [STEP_CANCEL] = move_action,
    [STEP_EDIT] = edit_action,
  };
  GtkWidgetClass     *widget_class = GTK_WIDGET_CLASS (klass);
  CvnRecordPaneClass *pane_class = CVN_RECORD_PANE_CLASS (klass);

  pane_class->figures = figures;
  pane_class->steps = steps;
  pane_class->n_steps = N_STEPS;
  pane_class->can_take = cvn_booking_pane_can_take;
  pane_class->get_label = cvn_booking_pane_get_label;
  pane_class->fill = cvn_booking_pane_fill;
  for (guint i = 0; i < N_STEPS; i++)
    gtk_widget_class_install_action (widget_class, steps[i].action, NULL, activate[i]);
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
  static const char *const changing[] = { "booking.remove-session", NULL };
  CvnBookingPane          *self = g_object_new (CVN_TYPE_BOOKING_PANE, "centre", centre, NULL);

  cvn_guard_actions (GTK_WIDGET (self), centre, changing);
  self->sessions = CVN_GRID_LIST (cvn_grid_list_new (session_columns, N_SESSION_CELLS, _("Sessions"), _("No session has been given yet.")));
  g_signal_connect_object (self->sessions, "activated", G_CALLBACK (session_cb), self, G_CONNECT_SWAPPED);
  cvn_detail_pane_add_list (cvn_record_pane_get_detail (CVN_RECORD_PANE (self)), _("Sessions"), GTK_WIDGET (self->sessions));
  return GTK_WIDGET (self);
}
