# samples: Inputs and features of all items of noisy-linear
#
# Draw it again:   gnuplot samples.gp
# As PNG or PDF:   gnuplot -e "format='png'" samples.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" samples.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'samples.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,515 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,1030 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,5.36in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,185 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,740 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,1.93in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.1
if (medium eq 'web') set rmargin at screen 0.32727
if (medium eq 'web') set bmargin at screen 0.29296
if (medium eq 'web') set tmargin at screen 0.91262
if (medium eq 'slides') set lmargin at screen 0.12566
if (medium eq 'slides') set rmargin at screen 0.33191
if (medium eq 'slides') set bmargin at screen 0.54333
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.21928
if (medium eq 'paper') set rmargin at screen 0.46297
if (medium eq 'paper') set bmargin at screen 0.4149
if (medium eq 'paper') set tmargin at screen 0.84432
set border 15 linecolor '#404040'
set title 'Inputs' offset 0,-0.3
if (medium eq 'web') set label 30 '{/*0.88 '.'noisy-linear · seed 2021'.'}' at screen 0.00682,0.0254 left textcolor '#707070'
if (medium eq 'slides') set label 30 '{/*0.88 '.'noisy-linear · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 30 '{/*0.88 '.'noisy-linear · seed 2021'.'}' at screen 0.01636,0.05028 left textcolor '#707070'
set xrange [-0.5:2.5]
set xtics out scale 0 nomirror rotate by 90 right ('input-1' 0, 'input-2' 1, 'input-3' 2)
if (medium eq 'web') set yrange [36.5:-0.5]
if (medium eq 'web') set ytics out scale 0 nomirror ('sample-1' 0, 'sample-3' 2, 'sample-5' 4, 'sample-7' 6, 'sample-9' 8, 'sample-11' 10, 'sample-13' 12, 'sample-15' 14, 'sample-17' 16, 'sample-19' 18, 'sample-21' 20, 'sample-23' 22, 'sample-25' 24, 'sample-27' 26, 'sample-29' 28, 'sample-31' 30, 'sample-33' 32, 'sample-35' 34, 'sample-37' 36)
if (medium eq 'slides') set yrange [36.5:-0.5]
if (medium eq 'slides') set ytics out scale 0 nomirror ('sample-1' 0, 'sample-5' 4, 'sample-9' 8, 'sample-13' 12, 'sample-17' 16, 'sample-21' 20, 'sample-25' 24, 'sample-29' 28, 'sample-33' 32, 'sample-37' 36)
if (medium eq 'paper') set yrange [36.5:-0.5]
if (medium eq 'paper') set ytics out scale 0 nomirror ('sample-1' 0, 'sample-7' 6, 'sample-13' 12, 'sample-19' 18, 'sample-25' 24, 'sample-31' 30, 'sample-37' 36)
unset key
if (medium eq 'web') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'web') set cbrange [0.0586:0.982]
if (medium eq 'web') set colorbox user origin screen 0.33682,0.29296 size screen 0.01227,0.61966
if (medium eq 'web') set cbtics out scale 0 nomirror ('0.0586' 0.0586, '0.982' 0.982)
if (medium eq 'slides') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'slides') set cbrange [0.0586:0.982]
if (medium eq 'slides') set colorbox user origin screen 0.34503,0.54333 size screen 0.01688,0.36667
if (medium eq 'slides') set cbtics out scale 0 nomirror ('0.0586' 0.0586, '0.982' 0.982)
if (medium eq 'paper') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'paper') set cbrange [0.0586:0.982]
if (medium eq 'paper') set colorbox user origin screen 0.48587,0.4149 size screen 0.02945,0.42942
if (medium eq 'paper') set cbtics out scale 0 nomirror ('0.0586' 0.0586, '0.982' 0.982)
plot 'samples-inputs.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.42727
if (medium eq 'web') set rmargin at screen 0.91364
if (medium eq 'web') set bmargin at screen 0.29296
if (medium eq 'web') set tmargin at screen 0.91262
if (medium eq 'slides') set lmargin at screen 0.53195
if (medium eq 'slides') set rmargin at screen 0.90559
if (medium eq 'slides') set bmargin at screen 0.23823
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.69101
if (medium eq 'paper') set rmargin at screen 0.83525
if (medium eq 'paper') set bmargin at screen 0.4149
if (medium eq 'paper') set tmargin at screen 0.84432
set border 15 linecolor '#404040'
set title 'Features' offset 0,-0.3
set xrange [-0.5:2.5]
set xtics out scale 0 nomirror rotate by 90 right ('output-1' 0, 'output-2' 1, 'output-3' 2)
set yrange [36.5:-0.5]
unset ytics
unset key
if (medium eq 'web') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'web') set cbrange [1.14:16.7]
if (medium eq 'web') set colorbox user origin screen 0.92318,0.29296 size screen 0.01227,0.61966
if (medium eq 'web') set cbtics out scale 0 nomirror ('1.14' 1.14, '16.7' 16.7)
if (medium eq 'slides') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'slides') set cbrange [1.14:16.7]
if (medium eq 'slides') set colorbox user origin screen 0.91872,0.23823 size screen 0.01688,0.67177
if (medium eq 'slides') set cbtics out scale 0 nomirror ('1.14' 1.14, '16.7' 16.7)
if (medium eq 'paper') set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
if (medium eq 'paper') set cbrange [1.14:16.7]
if (medium eq 'paper') set colorbox user origin screen 0.85815,0.4149 size screen 0.02945,0.42942
if (medium eq 'paper') set cbtics out scale 0 nomirror ('1.14' 1.14, '16.7' 16.7)
plot 'samples-features.tsv' using (0.5*(column('from')+column('to'))):'row':'from':'to':(column('row')-0.5):(column('row')+0.5):'value' with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
