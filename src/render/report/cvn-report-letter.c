/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report-letter"

#include "cvn-report-private.h"

/* The head of a letter on A4, with the address where a window on the left of an envelope shows it. */
typedef struct
{
  CvnReportBlock block;
  char          *sender;
  char          *sender_lines;
  char          *addressee; /* with its address */
  double         window;    /* where the address begins, from the top of the block */
  double         height;
} Letterhead;

#define SENDER_WIDTH  160.0
#define SENDER_GAP    20.0
#define WINDOW_TOP    135.0 /* from the top of the paper: about 48 mm */
#define WINDOW_HEIGHT 92.0  /* about 32 mm */
#define WINDOW_WIDTH  240.0
#define AFTER         12.0

static guint
measure (CvnReportBlock *block,
         CvnReportText  *text,
         double          width)
{
  Letterhead *self = (Letterhead *) block;
  double      name = cvn_report_text_set (text, CVN_TEXT_LETTERHEAD, self->sender, width - SENDER_WIDTH - SENDER_GAP, CVN_ALIGN_START);
  double      lines = cvn_report_text_set (text, CVN_TEXT_SMALL, self->sender_lines, SENDER_WIDTH, CVN_ALIGN_START);
  double      address = cvn_report_text_set (text, CVN_TEXT_BODY, self->addressee, WINDOW_WIDTH, CVN_ALIGN_START);

  /* A long name or address leaves the window rather than stand on other words. */
  self->window = MAX (WINDOW_TOP - CVN_REPORT_TOP, name);
  self->height = MAX (self->window + MAX (WINDOW_HEIGHT, address + AFTER), lines + AFTER);
  return 1;
}

static double
get_height (CvnReportBlock *block,
            guint           from,
            guint           to)
{
  return ((Letterhead *) block)->height;
}

static void
paint (CvnReportBlock   *block,
       CvnReportPainter *painter,
       double            x,
       double            y,
       guint             from,
       guint             to)
{
  Letterhead *self = (Letterhead *) block;
  double      width = block->width - SENDER_WIDTH - SENDER_GAP;

  cvn_report_painter_begin (painter, "P");
  cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_LETTERHEAD, self->sender, x, y - 8, width, CVN_ALIGN_START);
  cvn_report_painter_end (painter, "P");
  cvn_report_painter_begin (painter, "P");
  cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_SMALL, self->sender_lines, x + block->width - SENDER_WIDTH, y - 5, SENDER_WIDTH, CVN_ALIGN_START);
  cvn_report_painter_end (painter, "P");
  cvn_report_painter_begin (painter, "P");
  cvn_report_text_draw (painter->text, painter->cr, CVN_TEXT_BODY, self->addressee, x, y + self->window, WINDOW_WIDTH, CVN_ALIGN_START);
  cvn_report_painter_end (painter, "P");
}

static void
append_text (CvnReportBlock *block,
             GString        *text,
             guint           from,
             guint           to)
{
  Letterhead *self = (Letterhead *) block;

  g_string_append_printf (text, "%s\n%s\n%s\n", self->sender, self->sender_lines, self->addressee);
}

static void
free_letterhead (CvnReportBlock *block)
{
  Letterhead *self = (Letterhead *) block;

  g_free (self->sender);
  g_free (self->sender_lines);
  g_free (self->addressee);
}

/** cvn_report_letterhead_new: (transfer full): who writes and who is written to. */
CvnReportBlock *
cvn_report_letterhead_new (const char *sender,
                           const char *sender_lines,
                           const char *addressee,
                           const char *addressee_lines)
{
  static const CvnReportBlockClass klass = { measure, get_height, NULL, paint, append_text, free_letterhead };
  Letterhead                      *self = cvn_report_block_new (sizeof (Letterhead), &klass, 0);

  self->sender = g_strdup (sender);
  self->sender_lines = g_strdup (sender_lines);
  self->addressee = addressee_lines != NULL ? g_strconcat (addressee, "\n", addressee_lines, NULL) : g_strdup (addressee);
  return &self->block;
}
