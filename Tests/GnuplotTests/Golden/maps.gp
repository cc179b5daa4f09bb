# maps: Maps with gaps
#
# Draw it again:   gnuplot maps.gp
# As PNG or PDF:   gnuplot -e "format='png'" maps.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" maps.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'maps.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1016,800 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2032,1600 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 10.58in,8.33in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,797 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1196 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,8.3in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,512 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,2048 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,5.33in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $cells has the columns 1 x, 2 y, 3 loss, 4 is_empty, 5 is_diverged
set table $cells; plot 'cells.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)) with table; unset table
# $bands has the columns 1 eta, 2 median, 3 lower, 4 upper
set table $bands; plot 'bands.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)) with table; unset table
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.11324
if (medium eq 'web') set rmargin at screen 0.40852
if (medium eq 'web') set bmargin at screen 0.6
if (medium eq 'web') set tmargin at screen 0.9
if (medium eq 'slides') set lmargin at screen 0.14382
if (medium eq 'slides') set rmargin at screen 0.85059
if (medium eq 'slides') set bmargin at screen 0.7079
if (medium eq 'slides') set tmargin at screen 0.97892
if (medium eq 'paper') set lmargin at screen 0.25097
if (medium eq 'paper') set rmargin at screen 0.73928
if (medium eq 'paper') set bmargin at screen 0.73669
if (medium eq 'paper') set tmargin at screen 0.98542
set border 15 linecolor '#404040'
if (medium eq 'web') set label 40 'hidden' at screen 0.26088,0.54469 center
if (medium eq 'web') set label 1 'it''s γ' at screen 0.01624,0.75 center rotate by 90
if (medium eq 'web') set label 3 'loss' at screen 0.50992,0.75 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'a note'.'}' at screen 0.11324,0.51656 left textcolor '#404040'
if (medium eq 'slides') set label 40 'hidden' at screen 0.49721,0.61907 center
if (medium eq 'slides') set label 1 'it''s γ' at screen 0.02063,0.84341 center rotate by 90
if (medium eq 'slides') set label 3 'loss' at screen 0.97937,0.84341 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'a note'.'}' at screen 0.14382,0.5739 left textcolor '#404040'
if (medium eq 'paper') set label 40 'hidden' at screen 0.49512,0.67523 center
if (medium eq 'paper') set label 1 'it''s γ' at screen 0.03599,0.86105 center rotate by 90
if (medium eq 'paper') set label 3 'loss' at screen 0.96401,0.86105 center rotate by 90
if (medium eq 'paper') set label 20 '{/*0.88 '.'a note'.'}' at screen 0.25097,0.64398 left textcolor '#404040'
set xrange [-0.5:1.5]
set xtics out scale 0 nomirror ('30' 0, '30,30' 1)
set ytics out nomirror
if (medium eq 'web') set key at screen 0.52912,0.9 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.54548 left top horizontal maxcols 3 Left reverse samplen 2 spacing 1.15 width -3
if (medium eq 'paper') set key at screen 0.01309,0.62431 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -3
if (medium eq 'web') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'web') set cbrange [1e-10:10]
if (medium eq 'web') set colorbox user origin screen 0.41885,0.6 size screen 0.01329,0.3
if (medium eq 'web') set logscale cb
if (medium eq 'web') set format cb '10^{%T}'
if (medium eq 'web') set cbtics out nomirror 1e-10,100
if (medium eq 'slides') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'slides') set cbrange [1e-10:10]
if (medium eq 'slides') set colorbox user origin screen 0.86372,0.7079 size screen 0.01688,0.27102
if (medium eq 'slides') set logscale cb
if (medium eq 'slides') set format cb '10^{%T}'
if (medium eq 'slides') set cbtics out nomirror 1e-08,10000
if (medium eq 'paper') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'paper') set cbrange [1e-10:10]
if (medium eq 'paper') set colorbox user origin screen 0.76218,0.73669 size screen 0.02945,0.24873
if (medium eq 'paper') set logscale cb
if (medium eq 'paper') set format cb '10^{%T}'
if (medium eq 'paper') set cbtics out nomirror 1e-09,1000
set object rectangle from first -0.5, graph 0 to first 1.5, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
plot NaN with lines linecolor rgb '#d8d8d8' linewidth 10 dashtype 1 title 'nothing', \
     $cells using 1:(column(3)==column(3)?column(2):NaN):(column(1)-0.5):(column(1)+0.5):(column(2)-0.5):(column(2)+0.5):(column(3)) with boxxyerror linecolor palette fillstyle solid noborder notitle, \
     $cells using 1:(column(4)>0?column(2):NaN) with points pointtype 7 pointsize 0.3 linecolor rgb '#777777' notitle, \
     NaN with points pointtype 7 pointsize 0.5 linecolor rgb '#777777' title 'it''s empty', \
     $cells using (column(1)-0.125):((column(5)>0?column(2):NaN)-(0.0625)):(0.25):(0.125) with vectors nohead linecolor rgb '#ffffff' linewidth 3.6 dashtype 1 notitle, \
     $cells using (column(1)-0.125):((column(5)>0?column(2):NaN)-(-0.0625)):(0.25):(-0.125) with vectors nohead linecolor rgb '#ffffff' linewidth 3.6 dashtype 1 notitle, \
     $cells using (column(1)-0.125):((column(5)>0?column(2):NaN)-(0.0625)):(0.25):(0.125) with vectors nohead linecolor rgb '#000000' linewidth 1.5 dashtype 1 notitle, \
     $cells using (column(1)-0.125):((column(5)>0?column(2):NaN)-(-0.0625)):(0.25):(-0.125) with vectors nohead linecolor rgb '#000000' linewidth 1.5 dashtype 1 notitle, \
     NaN with points pointtype 2 linewidth 1.5 linecolor rgb '#000000' title 'it''s diverged'

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.60537
if (medium eq 'web') set rmargin at screen 0.90065
if (medium eq 'web') set bmargin at screen 0.1
if (medium eq 'web') set tmargin at screen 0.4
if (medium eq 'slides') set lmargin at screen 0.11663
if (medium eq 'slides') set rmargin at screen 0.94965
if (medium eq 'slides') set bmargin at screen 0.19526
if (medium eq 'slides') set tmargin at screen 0.46628
if (medium eq 'paper') set lmargin at screen 0.20353
if (medium eq 'paper') set rmargin at screen 0.91214
if (medium eq 'paper') set bmargin at screen 0.13649
if (medium eq 'paper') set tmargin at screen 0.49744
set border 3 linecolor '#404040'
if (medium eq 'web') set label 40 'η' at screen 0.75301,0.03156 center
if (medium eq 'slides') set label 40 'η' at screen 0.53314,0.08535 center
if (medium eq 'paper') set label 40 'η' at screen 0.55784,0.06045 center
set logscale x
set format x '10^{%T}'
set xtics out nomirror
set ytics out nomirror
if (medium eq 'web') set key top right samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.05825 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -2
if (medium eq 'paper') set key at screen 0.01309,0.0417 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -2
plot $bands using 1:3:4 with filledcurves fillcolor rgb '#0072b2' fillstyle transparent solid 0.25 noborder title 'middle half', \
     $bands using 1:2 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'median'

unset multiplot
